using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Benchmarks.Shared.Reporting;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";
    private const string HugePages = "/sys/kernel/mm/transparent_hugepage/enabled";
    private const string MemoryRollup = "/proc/self/smaps_rollup";

    internal static void Print()
    {
        Console.WriteLine($"- {Value(CpuInfo, "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, {Format.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)}");
        Console.WriteLine($"- {RuntimeInformation.FrameworkDescription}, {string.Join(", ", InstructionSets())}");
        Console.WriteLine($"- {RuntimeInformation.OSDescription}, transparent huge pages: {(File.Exists(HugePages) ? File.ReadAllText(HugePages).Trim() : "unknown")}");
        Console.WriteLine();
    }

    /// <summary>Memory of the process in huge pages, in bytes; 0 where the system does not tell.</summary>
    internal static long BytesInHugePages() =>
        Value(MemoryRollup, "AnonHugePages")?.Split(' ') is [var kilobytes, ..] ? long.Parse(kilobytes) * 1024 : 0;

    private static IEnumerable<string> InstructionSets() =>
        new (string Name, bool IsSupported)[]
        {
            ("AVX10.1", Avx10v1.IsSupported),
            ("AVX-512F", Avx512F.IsSupported),
            ("AVX-512BW", Avx512BW.IsSupported),
            ("AVX-512VBMI2", Avx512Vbmi2.IsSupported),
            ("AVX2", Avx2.IsSupported),
            ("POPCNT", Popcnt.IsSupported),
            ("AdvSimd", AdvSimd.IsSupported),
        }.Where(set => set.IsSupported).Select(set => set.Name).DefaultIfEmpty("no hardware intrinsics");

    private static string? Value(string file, string name) =>
        File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
}
