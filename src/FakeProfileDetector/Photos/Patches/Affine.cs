namespace FakeProfileDetector.Photos.Patches;

/// <summary>An affine map of the plane: x' = A·x + B·y + X, y' = C·x + D·y + Y.</summary>
internal readonly record struct Affine(double A, double B, double X, double C, double D, double Y)
{
    internal double Determinant => (A * D) - (B * C);

    internal static Affine Similarity(double scale, double angle, double x, double y) =>
        new(scale * Math.Cos(angle), -scale * Math.Sin(angle), x, scale * Math.Sin(angle), scale * Math.Cos(angle), y);

    internal (double X, double Y) Map(double x, double y) => ((A * x) + (B * y) + X, (C * x) + (D * y) + Y);

    internal Affine Inverse()
    {
        var (a, b, c, d) = (D / Determinant, -B / Determinant, -C / Determinant, A / Determinant);
        return new(a, b, -((a * X) + (b * Y)), c, d, -((c * X) + (d * Y)));
    }

    /// <summary>First this map, then another.</summary>
    internal Affine Then(Affine next) => new(
        (next.A * A) + (next.B * C), (next.A * B) + (next.B * D), (next.A * X) + (next.B * Y) + next.X,
        (next.C * A) + (next.D * C), (next.C * B) + (next.D * D), (next.C * X) + (next.D * Y) + next.Y);
}
