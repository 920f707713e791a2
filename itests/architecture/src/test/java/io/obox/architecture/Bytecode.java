package io.obox.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The instructions of a compiled class: they tell with which constants it calls others, which ArchUnit does not. */
record Bytecode(JavaClass type) {
    /** For each call, the instruction before it, which puts its last argument there. */
    Stream<Instruction> beforeCalls(Predicate<InvokeInstruction> wanted) {
        return ClassFile.of().parse(bytes()).methods().stream()
                .flatMap(method -> method.code().stream())
                .map(Bytecode::instructions)
                .flatMap(code -> IntStream.range(1, code.size())
                        .filter(i -> code.get(i) instanceof InvokeInstruction call && wanted.test(call))
                        .mapToObj(i -> code.get(i - 1)));
    }

    static boolean isFalse(Instruction argument) {
        return argument.opcode() == Opcode.ICONST_0;
    }

    private static List<Instruction> instructions(CodeModel code) {
        return code.elementStream()
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast)
                .toList();
    }

    private byte[] bytes() {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
