using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>The bytes of a file from front to back through a small window; what is passed over is not read.</summary>
/// <param name="stream">Can be positioned; read from its beginning.</param>
internal sealed class DicosSource(Stream stream)
{
    private const int WindowBytes = 4096;

    private readonly byte[] _window = new byte[WindowBytes];
    private int _next;
    private int _held;

    /// <summary>Bytes of the file, as it was when reading began.</summary>
    public long Length { get; } = stream.Length;

    public long Position { get; private set; }

    public long Left => Length - Position;

    /// <summary>Shows the next bytes without taking them.</summary>
    /// <param name="count">At most 256.</param>
    /// <param name="bytes">Exactly so many.</param>
    /// <returns>False when the file ends before.</returns>
    public bool TryPeek(int count, out ReadOnlySpan<byte> bytes)
    {
        if (_held - _next < count)
        {
            Fill();
        }

        bool enough = _held - _next >= count;
        bytes = enough ? _window.AsSpan(_next, count) : default;
        return enough;
    }

    /// <returns>False when the file has become shorter than it was.</returns>
    public bool TryTake(Span<byte> into)
    {
        int held = Math.Min(into.Length, _held - _next);
        _window.AsSpan(_next, held).CopyTo(into);
        _next += held;
        Position += into.Length;
        return held == into.Length || stream.ReadAtLeast(into[held..], into.Length - held, false) == into.Length - held;
    }

    /// <param name="count">Not beyond the end of the file.</param>
    public void Skip(long count)
    {
        Position += count;
        if (count <= _held - _next)
        {
            _next += (int)count;
            return;
        }

        stream.Position = Position;
        (_next, _held) = (0, 0);
    }

    public bool TryTag(out DicosTag tag)
    {
        bool there = TryPeek(4, out var bytes);
        tag = there ? TagOf(bytes) : default;
        return there;
    }

    public static DicosTag TagOf(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));

    private void Fill()
    {
        _window.AsSpan(_next, _held - _next).CopyTo(_window);
        (_next, _held) = (0, _held - _next);
        _held += stream.ReadAtLeast(_window.AsSpan(_held), Math.Min(256, WindowBytes - _held), false);
    }
}
