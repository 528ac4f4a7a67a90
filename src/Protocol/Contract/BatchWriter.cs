using System.IO.Compression;

namespace EdgeGateway.Protocol.Contract;

/// <summary>
/// Many readings in one message (contract section 2): a JSON array of the stored events as they are, oldest first,
/// packed with gzip. One writer serves one batch after the other in the same buffers. Not for several threads.
/// </summary>
public sealed class BatchWriter : IDisposable
{
    /// <summary>Most readings in one batch.</summary>
    public const int MostReadings = 512;

    /// <summary>Most bytes of one batch before it is packed, brackets and commas included.</summary>
    public const int MostBytes = 256 * 1024;

    public const string ContentType = "application/cloudevents-batch+json";

    /// <summary>Name of the user property that announces <see cref="Encoding"/> on MQTT 5.</summary>
    public const string EncodingName = "encoding";

    public const string Encoding = "gzip";

    private readonly byte[] _text = new byte[MostBytes];
    private readonly MemoryStream _packed = new();
    private int _length;

    /// <summary>Readings added since <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    /// <returns>False for a reading that is too large for any batch: it travels alone.</returns>
    public static bool Fits(int readingBytes) => readingBytes + 2 <= MostBytes;

    /// <param name="reading">One complete event, JSON in UTF-8.</param>
    /// <returns>False when the batch is full; nothing was added.</returns>
    public bool TryAdd(ReadOnlySpan<byte> reading)
    {
        if (Count == MostReadings || _length + reading.Length + 2 > MostBytes)
        {
            return false;
        }

        _text[_length++] = Count == 0 ? (byte)'[' : (byte)',';
        reading.CopyTo(_text.AsSpan(_length));
        _length += reading.Length;
        Count++;
        return true;
    }

    /// <returns>The packed batch, good until the next call on this writer.</returns>
    public ReadOnlyMemory<byte> Pack()
    {
        _text[_length] = (byte)']';
        _packed.SetLength(0);
        using (var gzip = new GZipStream(_packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(_text, 0, _length + 1);
        }

        return _packed.GetBuffer().AsMemory(0, (int)_packed.Length);
    }

    public void Clear() => (_length, Count) = (0, 0);

    public void Dispose() => _packed.Dispose();
}
