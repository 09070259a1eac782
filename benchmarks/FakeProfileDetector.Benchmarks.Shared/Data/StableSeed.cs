using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FakeProfileDetector.Benchmarks.Shared.Data;

/// <summary>Numbers from names, the same in every run and on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableSeed
{
    internal static int Of(string name) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) & int.MaxValue;
}
