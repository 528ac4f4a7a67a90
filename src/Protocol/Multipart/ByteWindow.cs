namespace EdgeGateway.Protocol.Multipart;

/// <summary>The bytes that have come and are not used up yet: a growing buffer, or a whole body that is only sliced.</summary>
internal sealed class ByteWindow
{
    // A burst of large pictures must not keep its memory for the rest of a stream's life.
    private const int KeptWhenEmpty = 256 * 1024;

    private readonly ReadOnlyMemory<byte> _whole;
    private readonly bool _borrowed;
    private byte[] _buffer = [];
    private int _start;
    private int _end;

    public ByteWindow()
    {
    }

    public ByteWindow(ReadOnlyMemory<byte> whole) => (_whole, _borrowed, _end) = (whole, true, whole.Length);

    public int Length => _end - _start;

    public ReadOnlySpan<byte> Span => _borrowed ? _whole.Span[_start.._end] : _buffer.AsSpan(_start, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_borrowed)
        {
            throw new InvalidOperationException("A reader of a whole body takes no more bytes.");
        }

        MakeRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <returns>The first bytes, safe to keep.</returns>
    public ReadOnlyMemory<byte> Keep(int length) =>
        _borrowed ? _whole.Slice(_start, length) : _buffer.AsSpan(_start, length).ToArray();

    public void Skip(int count)
    {
        _start += count;
        if (_start == _end && !_borrowed)
        {
            _start = _end = 0;
            _buffer = _buffer.Length > KeptWhenEmpty ? [] : _buffer;
        }
    }

    private void MakeRoom(int count)
    {
        if (_end + count <= _buffer.Length)
        {
            return;
        }

        int need = Length + count;
        byte[] target = need <= _buffer.Length / 2 ? _buffer : new byte[Math.Max(8192, Math.Max(need, Math.Min(need * 2, need + 4 * 1024 * 1024)))];
        _buffer.AsSpan(_start, Length).CopyTo(target);
        (_buffer, _end, _start) = (target, Length, 0);
    }
}
