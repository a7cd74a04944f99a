package io.dendrite.audit.web;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.dendrite.access.CurrentCaller;
import io.dendrite.access.web.AccessConfiguration;
import io.dendrite.audit.AuditCollections;
import io.dendrite.audit.application.AuditChains;
import io.dendrite.audit.application.AuditInbox;
import io.dendrite.audit.application.AuditLinker;
import io.dendrite.audit.application.AuditSource;
import io.dendrite.audit.application.DropOldRecords;
import io.dendrite.audit.application.LinkRecords;
import io.dendrite.audit.application.VerifyChains;
import io.dendrite.audit.model.Sealing;
import io.dendrite.audit.mongo.FieldSource;
import io.dendrite.audit.mongo.MongoChains;
import io.dendrite.audit.mongo.MongoInbox;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Puts the audit of a servlet service together. */
@AutoConfiguration(after = AccessConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class AuditConfiguration {

    /** Within Spring Security, whose filters stand at -100: the caller is known by then. */
    private static final int AFTER_SECURITY = 0;

    private final MongoDatabase database;

    AuditConfiguration(MongoClient client, @Value("${dendrite.audit.database:dendrite-audit}") String name) {
        this.database = client.getDatabase(name);
    }

    @Bean
    MongoInbox auditInbox() {
        return new MongoInbox(database);
    }

    @Bean
    AuditChains auditChains() {
        return new MongoChains(database);
    }

    @Bean
    VerifyChains verifyChains(AuditChains chains, Sealing sealing) {
        return new VerifyChains(chains, sealing);
    }

    @Bean(destroyMethod = "stop")
    AuditLinker auditLinker(
            MongoInbox inbox, AuditChains chains, Sealing sealing, ObjectProvider<AuditCollections> collections) {
        List<AuditSource> sources = new ArrayList<>(List.of(inbox));
        collections.stream()
                .flatMap(each -> each.all().stream())
                .map(FieldSource::new)
                .forEach(sources::add);
        return new AuditLinker(new LinkRecords(sources, chains, sealing));
    }

    @Bean
    SmartInitializingSingleton auditLinkerStart(AuditLinker linker) {
        return linker::start;
    }

    @Bean
    DropOldRecords dropOldRecords(AuditChains chains, Clock clock, @Value("${dendrite.audit.kept:P6Y}") Period kept) {
        return new DropOldRecords(chains, clock, kept);
    }

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(
            @Value("${spring.application.name}") String service,
            CurrentCaller caller,
            AuditInbox inbox,
            AuditLinker linker,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            JsonMapper json,
            Clock clock) {
        FilterRegistrationBean<AuditFilter> filter =
                new FilterRegistrationBean<>(new AuditFilter(service, caller, inbox, linker, problems, json, clock));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }
}
