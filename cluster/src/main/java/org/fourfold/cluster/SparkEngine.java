package org.fourfold.cluster;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.RecordsReader;

/** {@code --engine spark}: the engine on Apache Spark. One run at a time in a process, as Spark has it. */
public final class SparkEngine implements LinkageEngine {

    private static final String HERE = "127.0.0.1";

    /** A class of each jar that machines need beside Spark's own. */
    private static final List<Class<?>> SENT = List.of(
            SparkEngine.class,
            LinkageEngine.class,
            com.ibm.icu.text.Normalizer2.class,
            com.google.i18n.phonenumbers.PhoneNumberUtil.class);

    private final Sizes sizes;

    public SparkEngine() {
        this(Sizes.USUAL);
    }

    SparkEngine(Sizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Done link(Job job) throws IOException {
        if (job.records() == 0) {
            return nobody(job.model());
        }
        try (JavaSparkContext context = context(job.master(), job.scratch())) {
            return new SparkRun(context, job, sizes).link();
        } catch (IOException | NoMaster e) {
            throw e;
        } catch (Exception e) {
            // Spark throws its own without saying so.
            throw new GaveUp(root(e).getClass().getSimpleName(), e);
        }
    }

    private static Done nobody(LinkageModel model) {
        try (Threads threads = Threads.ofCaller()) {
            return new Done(
                    Linkage.Result.ofNobody(new RecordsReader(model, threads).records()), 0, Set.of(), List.of());
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static JavaSparkContext context(String master, Path scratch) {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("fourfold link")
                // No page that shows what runs, no log of it, nothing that leads here from outside.
                .set("spark.ui.enabled", "false")
                .set("spark.eventLog.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.local.dir", scratch.toString())
                .set("spark.driver.maxResultSize", "0")
                // What records say lies on disks meanwhile, and travels.
                .set("spark.io.encryption.enabled", String.valueOf(!isLocal(master)))
                .set("spark.authenticate", String.valueOf(!isLocal(master)));
        if (isLocal(master)) {
            conf.set("spark.driver.bindAddress", HERE).set("spark.driver.host", HERE);
        } else {
            conf.setJars(jars()).set("spark.network.crypto.enabled", "true");
        }
        try {
            return new JavaSparkContext(conf);
        } catch (Exception e) {
            throw new NoMaster(master, e);
        }
    }

    private static boolean isLocal(String master) {
        return master.equals("local") || master.startsWith("local[");
    }

    private static String[] jars() {
        return SENT.stream().flatMap(SparkEngine::placeOf).distinct().toArray(String[]::new);
    }

    private static Stream<String> placeOf(Class<?> some) {
        try {
            return Stream.ofNullable(some.getProtectionDomain().getCodeSource())
                    .map(source -> source.getLocation().toString())
                    .map(SparkEngine::path);
        } catch (SecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String address) {
        try {
            return Path.of(new java.net.URI(address)).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
