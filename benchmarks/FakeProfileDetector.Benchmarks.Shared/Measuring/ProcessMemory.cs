namespace FakeProfileDetector.Benchmarks.Shared.Measuring;

internal static class ProcessMemory
{
    /// <summary>Resident memory of the process in bytes.</summary>
    internal static long Resident => Environment.WorkingSet;

    /// <summary>Gives memory that nothing refers to back to the system.</summary>
    internal static void Release()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }
}
