namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Which family of published PDQ values a hash belongs to. Hashes of different families differ in some bits for the same photo.</summary>
public enum PdqVariant
{
    /// <summary>Hashed at full size, as the algorithm's description, its Java, PHP and Python code do: <c>pdq-full</c>.</summary>
    Full = 0,

    /// <summary>
    /// As Meta's C++ tool hashes since it limits its time: a photo with a side over 512 pixels is first squeezed to
    /// 512 × 512, the nearest pixel each: <c>pdq-cpp512</c>. For smaller photos both families agree.
    /// </summary>
    Cpp512 = 1,
}
