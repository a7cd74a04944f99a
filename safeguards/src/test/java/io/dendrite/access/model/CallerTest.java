package io.dendrite.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final AccessRule CALL = new AccessRule("GET", "/a", Set.of(Role.CLINICIAN), "a:read", null);

    @Test
    void oneOfSeveralRolesIsEnough() {
        assertThat(caller(Set.of(Role.FRONT_DESK, Role.CLINICIAN), Set.of()).may(CALL))
                .isTrue();
        assertThat(caller(Set.of(Role.FRONT_DESK), Set.of()).may(CALL)).isFalse();
        assertThat(caller(Set.of(), Set.of()).may(CALL)).isFalse();
    }

    @Test
    void scopesCountForMachinesOnly() {
        assertThat(caller(Set.of(Role.SYSTEM), Set.of("a:read")).may(CALL)).isTrue();
        assertThat(caller(Set.of(Role.SYSTEM), Set.of("a:write")).may(CALL)).isFalse();
        assertThat(caller(Set.of(Role.FRONT_DESK), Set.of("a:read")).may(CALL)).isFalse();
    }

    @Test
    void aCallWithoutAScopeIsClosedToMachines() {
        AccessRule forPeople = new AccessRule("GET", "/a", Set.of(Role.CLINICIAN), null, null);

        assertThat(caller(Set.of(Role.SYSTEM), Set.of("a:read")).may(forPeople)).isFalse();
    }

    @Test
    void anOverrideAddsOneSite() {
        Caller breaking = caller(Set.of(Role.CLINICIAN), Set.of()).breakingGlass("grant", "harbor");

        assertThat(breaking.sites().covers("harbor")).isTrue();
        assertThat(breaking.sites().covers("riverside")).isTrue();
        assertThat(breaking.sites().covers("hill")).isFalse();
        assertThat(breaking.breakGlass()).isEqualTo("grant");
    }

    @Test
    void aScopeOfNoSiteMeetsNothing() {
        SiteScope none = SiteScope.of(List.of());

        assertThat(none.covers("riverside")).isFalse();
        assertThat(none.meets(List.of("riverside"))).isFalse();
        assertThat(none.meets(List.of(SiteScope.ALL))).isFalse();
    }

    @Test
    void allSitesMeetEverything() {
        SiteScope all = SiteScope.of(List.of("*"));

        assertThat(all.covers("riverside")).isTrue();
        assertThat(all.meets(List.of())).isTrue();
        assertThat(SiteScope.of(List.of("riverside")).meets(List.of("harbor", "riverside")))
                .isTrue();
        assertThat(SiteScope.of(List.of("riverside")).meets(List.of("harbor"))).isFalse();
        assertThat(SiteScope.of(List.of("riverside")).meets(List.of(SiteScope.ALL)))
                .isTrue();
    }

    private static Caller caller(Set<Role> roles, Set<String> scopes) {
        return new Caller("someone", roles, SiteScope.of(List.of("riverside")), scopes, null);
    }
}
