namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>The bytes of a file; what nobody wrote is zero.</summary>
internal sealed class DiskContent
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public DiskContent Copy() => new() { _bytes = (byte[])_bytes.Clone(), _length = _length };

    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        int end = (int)offset + data.Length;
        if (end > _length)
        {
            SetLength(end);
        }

        data.CopyTo(_bytes.AsSpan((int)offset));
    }

    public void SetLength(long length)
    {
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max((int)length, _bytes.Length * 2));
        }

        if (length < _length)
        {
            _bytes.AsSpan((int)length, _length - (int)length).Clear();
        }

        _length = (int)length;
    }
}
