using System.Numerics;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Arithmetic on rows of floats, element by element: the same bits whatever the width of the machine's vectors.</summary>
internal static class FloatRows
{
    private interface IOperation
    {
        static abstract Vector<float> Apply(Vector<float> target, Vector<float> source, float factor);

        static abstract float Apply(float target, float source, float factor);
    }

    /// <summary>target += source</summary>
    internal static void Add(Span<float> target, ReadOnlySpan<float> source) => Apply<Sum>(target, source, factor: 0);

    /// <summary>target += source × factor, rounded twice: fusing the two would round once.</summary>
    internal static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float factor) => Apply<ScaledSum>(target, source, factor);

    private static void Apply<TOperation>(Span<float> target, ReadOnlySpan<float> source, float factor)
        where TOperation : struct, IOperation
    {
        var targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        var sources = MemoryMarshal.Cast<float, Vector<float>>(source);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = TOperation.Apply(targets[i], sources[i], factor);
        }

        for (var i = targets.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] = TOperation.Apply(target[i], source[i], factor);
        }
    }

    private readonly struct Sum : IOperation
    {
        public static Vector<float> Apply(Vector<float> target, Vector<float> source, float factor) => target + source;

        public static float Apply(float target, float source, float factor) => target + source;
    }

    private readonly struct ScaledSum : IOperation
    {
        public static Vector<float> Apply(Vector<float> target, Vector<float> source, float factor) => target + (source * factor);

        public static float Apply(float target, float source, float factor) => target + (source * factor);
    }
}
