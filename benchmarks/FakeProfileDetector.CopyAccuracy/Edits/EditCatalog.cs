using System.Collections.Immutable;

namespace FakeProfileDetector.CopyAccuracy.Edits;

/// <summary>The edits that are measured.</summary>
internal static class EditCatalog
{
    private const int Whole = 100;
    private const double FrameShare = .1;
    private const double SquashedWidth = .9;

    /// <summary>The edit that queries of other measurements take: a common crop.</summary>
    internal static PhotoEdit Crop80 { get; } = Crop(80);

    internal static ImmutableArray<PhotoEdit> All { get; } =
    [
        .. Uncropped(),
        .. new[] { 95, 90, 80, 70, 60, 50 }.Select(kept => Crop(kept)),
        .. new[] { 80, 70, 60 }.SelectMany(Combined),
        Crop(80, ("150 px", GeometrySteps.LongerSide(150)), ("q50", ColorSteps.Jpeg(50))),
        Crop(80, ("mirror", GeometrySteps.Mirror), ("150 px", GeometrySteps.LongerSide(150)), ("q50", ColorSteps.Jpeg(50))),
        Crop(90, ("mirror", GeometrySteps.Mirror), ("q60", ColorSteps.Jpeg(60))),
    ];

    private static PhotoEdit[] Uncropped() =>
    [
        new("same", Whole),
        new("q50", Whole, ColorSteps.Jpeg(50)),
        new("100 px", Whole, GeometrySteps.LongerSide(100)),
        new("bright", Whole, ColorSteps.Brighten),
        new("blur", Whole, ColorSteps.Blur),
        new("mirror", Whole, GeometrySteps.Mirror),
        new("frame 10 %", Whole, OverlaySteps.Frame(FrameShare)),
        new("turn 2°", Whole, GeometrySteps.Turn(2)),
        new("turn 5°", Whole, GeometrySteps.Turn(5)),
        new("turn −5°", Whole, GeometrySteps.Turn(-5)),
        new("circle", Whole, OverlaySteps.Circle),
        new("logo", Whole, OverlaySteps.Logo),
        new("squash 10 %", Whole, GeometrySteps.Squash(SquashedWidth)),
    ];

    private static PhotoEdit[] Combined(int kept) =>
    [
        Crop(kept, ("mirror", GeometrySteps.Mirror)),
        Crop(kept, ("q50", ColorSteps.Jpeg(50))),
        Crop(kept, ("150 px", GeometrySteps.LongerSide(150))),
        Crop(kept, ("100 px", GeometrySteps.LongerSide(100))),
        Crop(kept, ("turn 5°", GeometrySteps.Turn(5))),
        Crop(kept, ("turn −5°", GeometrySteps.Turn(-5))),
        Crop(kept, ("logo", OverlaySteps.Logo)),
        Crop(kept, ("frame", OverlaySteps.Frame(FrameShare))),
        Crop(kept, ("circle", OverlaySteps.Circle)),
    ];

    private static PhotoEdit Crop(int kept, params (string Name, EditStep Step)[] more) => new(
        string.Join(" + ", more.Select(step => step.Name).Prepend($"keep {kept} %")),
        kept,
        [GeometrySteps.Crop(kept / 100.0), .. more.Select(step => step.Step)]);
}
