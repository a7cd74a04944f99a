package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reset}: forgets everything. */
@Command(name = "reset", description = "Deletes data, logs and mails, after asking.")
final class Reset implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        StackDirectory directory = where.directory();
        if (!Files.isDirectory(directory.path())) {
            System.out.println("There is nothing to delete.");
            return 0;
        }
        if (directory.isInUse()) {
            throw new StackFailure("A stack runs in " + directory.path() + ": stop it first with ./dendrite down.");
        }
        if (!yes && !confirmed(directory)) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        directory.delete();
        System.out.println("Deleted data, logs and mails in " + directory.path() + ".");
        return 0;
    }

    private static boolean confirmed(StackDirectory directory) throws IOException {
        System.out.print("Delete all data, logs and mails in " + directory.path() + "? [y/N] ");
        System.out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.trim().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
