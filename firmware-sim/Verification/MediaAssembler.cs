using System.Security.Cryptography;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Hashes pictures as they come and puts parts together. The hash is always computed from the bytes received; what the
/// topic claims is kept beside it.
/// </summary>
public sealed class MediaAssembler
{
    private readonly Dictionary<string, Joining> _open = new(StringComparer.Ordinal);

    public ReceivedLine Whole(string topic, string named, ReadOnlySpan<byte> bytes, DateTimeOffset at) =>
        Line(topic, named, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, at);

    /// <returns>The line of the whole, once its last part is here: a short part, or the one that makes the hash come true.</returns>
    public ReceivedLine? Part(string topic, string named, int number, ReadOnlyMemory<byte> bytes, DateTimeOffset at)
    {
        if (!_open.TryGetValue(named, out Joining? joining))
        {
            _open[named] = joining = new Joining();
        }

        joining.Waiting[number] = bytes.ToArray();
        bool last = joining.Join();
        string hash = Convert.ToHexStringLower(joining.Hash.GetCurrentHash());
        if (!last && hash != named)
        {
            return null;
        }

        _open.Remove(named);
        joining.Hash.Dispose();
        return Line(topic, named, hash, joining.Length, at);
    }

    private static ReceivedLine Line(string topic, string named, string sha256, long bytes, DateTimeOffset at) =>
        new() { Type = ReceivedLine.MediaBytes, Topic = topic, At = at, Named = named, Sha256 = sha256, Bytes = bytes };

    private sealed class Joining
    {
        private int _next;

        public SortedDictionary<int, byte[]> Waiting { get; } = [];

        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Length { get; private set; }

        /// <returns>True when a part shorter than a full one has been joined: it was the last.</returns>
        public bool Join()
        {
            bool last = false;
            while (Waiting.Remove(_next, out byte[]? part))
            {
                Hash.AppendData(part);
                Length += part.Length;
                last = part.Length < MediaParts.PartBytes;
                _next++;
            }

            return last;
        }
    }
}
