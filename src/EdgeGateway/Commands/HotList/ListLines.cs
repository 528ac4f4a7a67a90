using System.Security.Cryptography;

namespace EdgeGateway.Commands.HotList;

/// <summary>Reads a list file line by line while it is hashed. A line that is too long is given as an empty one and stepped over.</summary>
internal sealed class ListLines(Stream file) : IDisposable
{
    /// <summary>Longest line in bytes; an entry whose texts are all as long as they may be has about 3,000.</summary>
    public const int LineMost = 8 * 1024;

    /// <summary>Largest file in bytes.</summary>
    public const long FileMost = 2L << 30;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _at;
    private int _filled;
    private long _bytes;
    private bool _skips;

    /// <summary>Number of the line that was given last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Of all that was read; call it at the end.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <returns>The next line without its end; null at the end of the file.</returns>
    /// <exception cref="IOException">The file does not read, or is too large.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            int end = _buffer.AsSpan(_at, _filled - _at).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return Line(end, end + 1);
            }

            if (_filled - _at > LineMost)
            {
                (_skips, _at) = (true, _filled);
            }

            if (!await FillAsync(ct).ConfigureAwait(false))
            {
                return _at == _filled && !_skips ? (ReadOnlyMemory<byte>?)null : Line(_filled - _at, _filled - _at);
            }
        }
    }

    public void Dispose() => _hash.Dispose();

    private ReadOnlyMemory<byte> Line(int length, int taken)
    {
        var line = _skips || length > LineMost ? default : _buffer.AsMemory(_at, length);
        _at += taken;
        _skips = false;
        Number++;
        return line.Length > 0 && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        _buffer.AsSpan(_at, _filled - _at).CopyTo(_buffer);
        (_filled, _at) = (_filled - _at, 0);
        int read = await file.ReadAsync(_buffer.AsMemory(_filled), ct).ConfigureAwait(false);
        _hash.AppendData(_buffer, _filled, read);
        _filled += read;
        _bytes += read;
        return _bytes <= FileMost ? read > 0 : throw new IOException("too large");
    }
}
