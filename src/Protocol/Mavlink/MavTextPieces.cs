using System.Text;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>What is there of one text.</summary>
internal sealed class MavTextPieces(byte system, byte component, ushort id, byte severity, DateTimeOffset began)
{
    private readonly SortedDictionary<byte, byte[]> _pieces = [];
    private int _count = -1;

    public byte System => system;

    public byte Component => component;

    public ushort Id => id;

    public DateTimeOffset Began => began;

    public bool IsWhole => _pieces.Count == _count;

    /// <summary>Another piece of that number is there, or the text ended before it: it belongs to another text.</summary>
    public bool Contradicts(in StatusText piece) =>
        (_pieces.TryGetValue(piece.Chunk, out byte[]? there) && !piece.Characters.Span.SequenceEqual(there)) || (_count >= 0 && piece.Chunk >= _count);

    public void Add(in StatusText piece)
    {
        _pieces[piece.Chunk] = piece.Characters.ToArray();
        if (piece.IsLast)
        {
            _count = piece.Chunk + 1;
        }
    }

    public MavText Join()
    {
        var text = new StringBuilder();
        var run = new List<byte>();
        (int next, int missing) = (0, 0);
        foreach (var (number, bytes) in _pieces)
        {
            if (number > next)
            {
                missing += number - next;
                text.Append(Told(run)).Append("[...]");
            }

            run.AddRange(bytes);
            next = number + 1;
        }

        return new MavText(system, component, severity, text.Append(Told(run)).ToString(), missing);
    }

    /// <summary>Decoded as one, since a character may lie in two pieces.</summary>
    private static string Told(List<byte> run)
    {
        string told = Encoding.UTF8.GetString(run.ToArray());
        run.Clear();
        return told;
    }
}
