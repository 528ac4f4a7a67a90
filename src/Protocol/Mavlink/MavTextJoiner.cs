using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// Puts the pieces of texts together (drone.md section 1.9): in the order of their numbers, up to the piece with a NUL. A text of which nothing more
/// comes for <see cref="Patience"/> after its first piece is told as it is, with its gaps marked. Holds at most <see cref="MostOpen"/> texts.
/// </summary>
public sealed class MavTextJoiner
{
    /// <summary>Unfinished texts at a time; one more ends the oldest.</summary>
    public const int MostOpen = 16;

    private readonly List<MavTextPieces> _open = [];

    /// <summary>How long the pieces of one text may take.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>When <see cref="Overdue"/> is to be asked next; null when nothing is open.</summary>
    public DateTimeOffset? NextDue => _open.Count == 0 ? null : _open[0].Began + Patience;

    /// <param name="system">Who says it.</param>
    /// <param name="component">Which part.</param>
    /// <param name="piece">What was said.</param>
    /// <param name="now">Any clock that goes on.</param>
    /// <returns>What is complete, or was ended by this; usually one or none.</returns>
    public IReadOnlyList<MavText> Add(byte system, byte component, in StatusText piece, DateTimeOffset now)
    {
        if (piece.TextId == 0)
        {
            return [new MavText(system, component, piece.Severity, piece.Text, 0)];
        }

        var ended = new List<MavText>();
        var pieces = Find(system, component, piece, now, ended);
        pieces.Add(piece);
        if (pieces.IsWhole)
        {
            Close(pieces, ended);
        }

        return ended;
    }

    /// <summary>Texts that took too long.</summary>
    public IReadOnlyList<MavText> Overdue(DateTimeOffset now)
    {
        var ended = new List<MavText>();
        while (NextDue <= now)
        {
            Close(_open[0], ended);
        }

        return ended;
    }

    private MavTextPieces Find(byte system, byte component, in StatusText piece, DateTimeOffset now, List<MavText> ended)
    {
        ushort id = piece.TextId;
        var found = _open.Find(one => one.System == system && one.Component == component && one.Id == id);
        if (found is not null && found.Contradicts(piece))
        {
            // Ids come again: this is another text.
            Close(found, ended);
            found = null;
        }

        if (found is null)
        {
            if (_open.Count == MostOpen)
            {
                Close(_open[0], ended);
            }

            _open.Add(found = new MavTextPieces(system, component, id, piece.Severity, now));
        }

        return found;
    }

    private void Close(MavTextPieces pieces, List<MavText> ended)
    {
        _open.Remove(pieces);
        ended.Add(pieces.Join());
    }
}
