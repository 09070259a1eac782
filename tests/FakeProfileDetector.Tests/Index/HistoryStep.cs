using CsCheck;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

internal enum HistoryStepKind
{
    Add,
    AddRange,
    AddStream,
    Remove,
    RemoveNewest,
    RemoveAbsent,
    StartCompaction,
    Compact,
    SaveAndLoad,
    Search,
    SearchBatch,
}

/// <summary>One step of a random history; what it adds, removes and looks for is drawn while the history runs.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Length">How many entries or queries.</param>
/// <param name="Radius">For searches.</param>
internal readonly record struct HistoryStep(HistoryStepKind Kind, int Length, int Radius)
{
    // Mostly around the radius of copies; a larger one falls back to a scan, and the ends are special.
    private static readonly Gen<int> AnyRadius = Gen.Frequency(
        (14, Gen.Int[20, 45]),
        (2, Gen.Int[0, 19]),
        (2, Gen.Int[46, PhotoHash.BitCount]),
        (1, Gen.OneOf(Gen.Const(0), Gen.Const(31), Gen.Const(255), Gen.Const(PhotoHash.BitCount))));

    public override string ToString() => $"{Kind} {Length} r{Radius}";

    /// <summary>Histories that grow to a few times the longest range, now and then to many times.</summary>
    internal static Gen<HistoryStep[]> Histories(int maxSteps, int maxRange) =>
        Gen.Frequency(
            (3, Step(HistoryStepKind.Add, Gen.Int[1, 200])),
            (4, Step(HistoryStepKind.AddRange, Gen.OneOf(Gen.Int[0, 20], Gen.Int[20, 600], Gen.Int[600, maxRange]))),
            (1, Step(HistoryStepKind.AddStream, Gen.Int[0, maxRange])),
            (3, Step(HistoryStepKind.Remove, Gen.OneOf(Gen.Int[1, 10], Gen.Int[10, 700]))),
            (2, Step(HistoryStepKind.RemoveNewest, Gen.Int[1, 100])),
            (1, Step(HistoryStepKind.RemoveAbsent, Gen.Int[1, 20])),
            (1, Step(HistoryStepKind.StartCompaction, Gen.Const(0))),
            (1, Step(HistoryStepKind.Compact, Gen.Const(0))),
            (1, Step(HistoryStepKind.SaveAndLoad, Gen.Const(0))),
            (6, Step(HistoryStepKind.Search, Gen.Int[1, 20])),
            (3, Step(HistoryStepKind.SearchBatch, Gen.Int[0, 80]))).Array[0, maxSteps];

    private static Gen<HistoryStep> Step(HistoryStepKind kind, Gen<int> length) =>
        Gen.Select(length, AnyRadius, (steps, radius) => new HistoryStep(kind, steps, radius));
}
