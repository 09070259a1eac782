using System.Collections.Concurrent;
using System.Diagnostics;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Testing.Fuzzing.Mutation;

namespace FakeProfileDetector.Testing.Fuzzing;

/// <summary>Makes mutants, fingerprints them, and keeps what they showed.</summary>
internal sealed class FuzzRun(FuzzOptions options, IReadOnlyList<byte[]> corpus)
{
    // Every one of so many mutants is fingerprinted twice: a difference tells of memory that nobody has written.
    private const int Repeated = 16;

    private readonly IPhotoDecoder _decoder = Decoders.ByName[options.Decoder]();
    private readonly Mutator _mutator = new(corpus, options.Seed);
    private readonly ConcurrentDictionary<string, long> _outcomes = new();
    private readonly ConcurrentQueue<Finding> _findings = new();
    private long _next;
    private long _slowestTicks;
    private long _largestAllocation;
    private long _largestWorkingSet;

    internal IReadOnlyDictionary<string, long> Outcomes => _outcomes;

    internal IReadOnlyCollection<Finding> Findings => _findings;

    internal TimeSpan Slowest => new(_slowestTicks);

    internal long LargestAllocation => _largestAllocation;

    internal long LargestWorkingSet => _largestWorkingSet;

    internal void Execute()
    {
        Directory.CreateDirectory(options.Out);
        using var journal = new Journal(options.Out, options.Threads);

        // What the first photo pays for (loading the codec, compiling the hash) is no mutant's fault.
        Fingerprint(corpus[0], new Witness(_decoder));
        Thread[] threads = [.. Enumerable.Range(0, options.Threads).Select(thread => new Thread(() => Work(thread, journal)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    private void Work(int thread, Journal journal)
    {
        var witness = new Witness(_decoder);
        while (Interlocked.Increment(ref _next) is var number && number <= options.Mutants)
        {
            var index = options.First + number - 1;
            journal.Begin(thread, index);
            Examine(index, _mutator.Create(index), witness);
        }
    }

    private void Examine(long index, byte[] mutant, Witness witness)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (result, time) = Fingerprint(mutant, witness);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var workingSet = Environment.WorkingSet;

        // What is slow by itself is slow again.
        if (time > options.Slow && Fingerprint(mutant, witness).Time is var again && again < time)
        {
            time = again;
        }

        var outcome = result is null ? "exception" : result.Failure?.Reason.ToString() ?? "usable";
        _outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        Raise(ref _slowestTicks, time.Ticks);
        Raise(ref _largestAllocation, allocated);
        Raise(ref _largestWorkingSet, workingSet);

        Check(witness.Thrown is null, "exception", witness.Thrown?.ToString() ?? string.Empty);
        Check(time <= options.Slow, "slow", $"{time.TotalMilliseconds:F0} ms");
        Check(allocated <= options.Allocation, "allocation", $"{allocated:N0} bytes");
        Check(workingSet <= options.Memory, "memory", $"{workingSet:N0} bytes");
        Check(result?.Failure is not { Message: "" }, "message", "The failure has no message.");
        Check(
            index % Repeated != 0 || Equals(result?.Fingerprint, Fingerprint(mutant, witness).Result?.Fingerprint),
            "unsteady", "The second fingerprint differs.");

        void Check(bool passed, string kind, string text)
        {
            if (!passed)
            {
                _findings.Enqueue(new(index, kind, text));
                File.WriteAllBytes(Path.Combine(options.Out, $"{kind}-{options.Seed}-{index}.bin"), mutant);
            }
        }
    }

    private static (PhotoFingerprintResult? Result, TimeSpan Time) Fingerprint(byte[] encoded, Witness witness)
    {
        witness.Thrown = null;
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        PhotoFingerprintResult? result = null;
        try
        {
            result = new PhotoFingerprinter(witness).Fingerprint(encoded);
        }
#pragma warning disable CA1031 // Whatever comes out of it is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            witness.Thrown ??= e;
        }

        // Where other programs take the processors the clock runs on, but what this one was given of them does not.
        var elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        return (result, processor < elapsed ? processor : elapsed);
    }

    private static void Raise(ref long maximum, long value)
    {
        for (var seen = Volatile.Read(ref maximum); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref maximum, value, seen) is var other && other == seen ? value : other;
        }
    }

    /// <summary>Sees the exceptions that the fingerprinter turns into failures.</summary>
    private sealed class Witness(IPhotoDecoder decoder) : IPhotoDecoder
    {
        internal Exception? Thrown { get; set; }

        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
        {
            try
            {
                return decoder.Decode(encoded, cancellationToken);
            }
            catch (Exception e)
            {
                Thrown = e;
                throw;
            }
        }
    }
}
