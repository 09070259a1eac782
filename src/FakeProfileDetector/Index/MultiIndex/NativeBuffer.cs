using System.Runtime.InteropServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Memory outside the garbage collector's heap, counted in an account and freed when it is told to.</summary>
/// <remarks>
/// <see cref="PaddingBytes"/> more than asked for may be read, so that vectors may be loaded at the very end. What was never
/// written is undefined unless it was asked for zeroed. Freed by the finalizer if nobody disposed of it.
/// </remarks>
internal sealed unsafe class NativeBuffer : IDisposable
{
    /// <summary>How far past the end may be read: one vector.</summary>
    internal const int PaddingBytes = 64;

    private readonly MemoryAccount _account;
    private readonly long _capacity;
    private readonly nuint _mappedLength;
    private void* _pointer;

    private NativeBuffer(void* pointer, nuint mappedLength, long length, long capacity, MemoryAccount account)
    {
        _pointer = pointer;
        (_mappedLength, Length, _capacity, _account) = (mappedLength, length, capacity, account);
        account.Add(length);
    }

    ~NativeBuffer() => Free();

    /// <summary>Bytes asked for.</summary>
    internal long Length { get; private set; }

    internal byte* Pointer => (byte*)_pointer;

    /// <summary>Allocates; what it holds is undefined.</summary>
    internal static NativeBuffer Allocate(long length, MemoryAccount account) => Allocate(length, length, account);

    /// <summary>Allocates what may be used again for a little more: addresses without memory behind them, until then.</summary>
    /// <param name="spare">Memory to use again if it suits, and to free if not; the caller gives it away.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="account">Counts the memory.</param>
    internal static NativeBuffer AllocateReusable(NativeBuffer? spare, long length, MemoryAccount account)
    {
        if (spare is not null)
        {
            if (length <= spare._capacity && length > spare._capacity / 8 * 7)
            {
                spare._account.Add(length - spare.Length);
                spare.Length = length;
                return spare;
            }

            spare.Dispose();
        }

        return Allocate(length, length + (length / 16), account);
    }

    private static NativeBuffer Allocate(long length, long capacity, MemoryAccount account)
    {
        account.Demand(length);
        var bytes = checked((nuint)capacity) + PaddingBytes;
        return MappedMemory.IsWorthwhile(bytes)
            ? new(MappedMemory.Map(bytes), bytes, length, capacity, account)
            : new(NativeMemory.AlignedAlloc(bytes, PaddingBytes), 0, length, capacity, account);
    }

    /// <summary>Allocates zeros; where much is asked for, pages that are never written take no memory.</summary>
    internal static NativeBuffer AllocateZeroed(long length, MemoryAccount account)
    {
        var buffer = Allocate(length, account);
        if (buffer._mappedLength == 0)
        {
            NativeMemory.Clear(buffer._pointer, (nuint)length);
        }

        return buffer;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_pointer is not null)
        {
            if (_mappedLength > 0)
            {
                MappedMemory.Unmap(_pointer, _mappedLength);
            }
            else
            {
                NativeMemory.AlignedFree(_pointer);
            }

            _pointer = null;
            _account.Add(-Length);
        }
    }
}
