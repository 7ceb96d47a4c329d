package org.fourfold.command.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Base64;
import java.util.List;

/** One line of the channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = Message.Input.class, name = "input"),
    @JsonSubTypes.Type(value = Message.InputEnd.class, name = "input-end"),
    @JsonSubTypes.Type(value = Message.Line.class, name = "line"),
    @JsonSubTypes.Type(value = Message.Remark.class, name = "remark"),
    @JsonSubTypes.Type(value = Message.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Message.Output.class, name = "output"),
    @JsonSubTypes.Type(value = Message.Exit.class, name = "exit")
})
sealed interface Message {

    /** The first message: who asks, the command line as typed, and the folder it was typed in. */
    record Ask(String token, List<String> arguments, String directory, String language, int width) implements Message {}

    /** A piece of the file that the command reads. */
    record Input(String base64) implements Message {

        static Input of(byte[] bytes) {
            return new Input(Base64.getEncoder().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** The file is whole. */
    record InputEnd() implements Message {}

    record Line(String text) implements Message {}

    record Remark(String text) implements Message {}

    record Progress(String text) implements Message {}

    /** A piece of the answer as bytes. */
    record Output(String base64) implements Message {

        static Output of(byte[] bytes) {
            return new Output(Base64.getEncoder().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** The last message. */
    record Exit(int code) implements Message {}
}
