package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Where a node finds its passphrase when it starts, the safest first: a file descriptor, a systemd credential, and last
 * the environment, which every process of the same user can read. None of them: the node starts locked and waits for its
 * page or a prompt.
 *
 * @param descriptor the number of an open file descriptor, when one was named
 */
public record PassphraseSources(OptionalInt descriptor, Map<String, String> environment) {

    /** The folder that systemd passes credentials in, and the name of ours there. */
    public static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    public static final String CREDENTIAL = "fourfold-passphrase";
    public static final String VARIABLE = "FOURFOLD_PASSPHRASE";

    private static final int BYTES_MAX = 4_096;

    public PassphraseSources {
        environment = Map.copyOf(environment);
    }

    /** The first there is. The caller overwrites it. A named source that cannot be read is a problem, not a silence. */
    public Optional<char[]> find() {
        if (descriptor.isPresent()) {
            return Optional.of(read(Path.of("/proc/self/fd", Integer.toString(descriptor.getAsInt()))));
        }
        String folder = environment.get(CREDENTIALS);
        if (folder != null && Files.exists(Path.of(folder, CREDENTIAL))) {
            return Optional.of(read(Path.of(folder, CREDENTIAL)));
        }
        return Optional.ofNullable(environment.get(VARIABLE)).map(String::toCharArray);
    }

    /** The first line of a file, as a passphrase. */
    static char[] read(Path file) {
        byte[] bytes = new byte[BYTES_MAX];
        CharBuffer decoded = CharBuffer.allocate(BYTES_MAX);
        try (var stream = Files.newInputStream(file)) {
            int length = stream.readNBytes(bytes, 0, BYTES_MAX);
            var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length), decoded, true);
            if (result.isError()) {
                throw new CharacterCodingException();
            }
            char[] all = Arrays.copyOf(decoded.array(), decoded.position());
            int end = 0;
            while (end < all.length && all[end] != '\n' && all[end] != '\r') {
                end++;
            }
            char[] line = Arrays.copyOf(all, end);
            Arrays.fill(all, '\0');
            return line;
        } catch (IOException e) {
            throw new ProblemException(Problem.of("trust.passphrase-unreadable"));
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(decoded.array(), '\0');
        }
    }

    @Override
    public String toString() {
        return "sources of the passphrase";
    }
}
