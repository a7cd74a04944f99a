package io.dendrite.scheduling.bulk.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static final String HEADER = "id,kind,name,lanes\r\n";

    private final List<ImportRow> rows = new ArrayList<>();
    private final List<RowError> refused = new ArrayList<>();

    @Test
    void skipsAByteOrderMarkAndEmptyLinesAndCountsLinesOfQuotedBreaks() throws Exception {
        read("\uFEFF" + HEADER + "c1,CHAIR,\"Chair, \"\"one\"\"\r\nby the door\",1\r\n\r\nc2,CHAIR,Two,1");

        assertThat(rows).extracting(ImportRow::line).containsExactly(2L, 5L);
        assertThat(rows.get(0).value("name")).isEqualTo("Chair, \"one\"\r\nby the door");
        assertThat(rows.get(1).value("skills")).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void refusesRaggedRowsAndGoesOn() throws Exception {
        read(HEADER + "c1,CHAIR\nc2,CHAIR,Two,1,more\nc3,CHAIR,Three,1\n");

        assertThat(refused).extracting(RowError::line).containsExactly(2L, 3L);
        assertThat(rows).extracting(ImportRow::line).containsExactly(4L);
    }

    @Test
    void namesTheLineOfAQuoteThatNobodyCloses() {
        assertThat(fault(HEADER + "c1,CHAIR,One,1\nc2,CHAIR,\"Two,1\n").line()).isEqualTo(3);
        assertThat(rows).hasSize(1);
    }

    @Test
    void endsARowWithoutEndBeforeItFillsTheMemory() {
        AtomicLong taken = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken.incrementAndGet();
                return 'a';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) 'a');
                taken.addAndGet(length);
                return length;
            }
        };
        InputStream source =
                new SequenceInputStream(new ByteArrayInputStream((HEADER + "\"").getBytes(UTF_8)), endless);

        assertThatThrownBy(() -> CsvRows.read(source, ImportKind.RESOURCES, rows::add, refused::add))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("65536");
        assertThat(taken.get()).isLessThan(200_000);
    }

    @Test
    void refusesAnotherCharset() {
        byte[] latin = (HEADER + "c1,CHAIR,Jo\u00e3o,1\n").getBytes(ISO_8859_1);

        assertThatThrownBy(() ->
                        CsvRows.read(new ByteArrayInputStream(latin), ImportKind.RESOURCES, rows::add, refused::add))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("must be in UTF-8");
    }

    @Test
    void refusesHeadersThatLackRepeatOrInventAColumn() {
        assertThat(fault("")).hasMessage("must have a row of column names");
        assertThat(fault("id,kind,name\n")).hasMessage("must have the columns id, kind, name, lanes");
        assertThat(fault("id,kind,name,lanes,id\n")).hasMessage("must name each column once");
        assertThat(fault("id,kind,name,lanes,colour\n")).hasMessageStartingWith("must have no columns but");
    }

    @Test
    void tellsALostConnectionFromABadFile() {
        InputStream lost = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        InputStream source =
                new SequenceInputStream(new ByteArrayInputStream((HEADER + "c1,CHAIR,One,1\n").getBytes(UTF_8)), lost);

        assertThatThrownBy(() -> CsvRows.read(source, ImportKind.RESOURCES, rows::add, refused::add))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
    }

    private UnreadableFileException fault(String text) {
        return catchThrowableOfType(UnreadableFileException.class, () -> read(text));
    }

    private void read(String text) throws IOException, UnreadableFileException {
        CsvRows.read(new ByteArrayInputStream(text.getBytes(UTF_8)), ImportKind.RESOURCES, rows::add, refused::add);
    }
}
