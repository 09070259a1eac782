using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>An instruction, or two, that multiplies neighbors and adds both products to a sum.</summary>
internal interface IPairProduct
{
    /// <summary>Each sum and the products of its two values and weights.</summary>
    static abstract Vector256<int> Add(Vector256<int> sums, Vector256<short> values, Vector256<short> weights);
}
