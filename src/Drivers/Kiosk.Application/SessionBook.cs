using System.Buffers.Binary;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Which sessions were told last, and what of them: so that one that comes with another content is known. Over restarts; the latest 512.</summary>
/// <param name="memory">Null: nothing is kept.</param>
internal sealed class SessionBook(IDeviceMemory? memory)
{
    public const int Most = 512;

    /// <summary>Of the mark of a session: two of 512 are taken for one another once in four million times.</summary>
    public const int MarkBits = 40;

    private const string Name = "sessions";
    private const int MarkBytes = MarkBits / 8;
    private const int EntryBytes = MarkBytes + sizeof(uint);

    private OrderedDictionary<ulong, uint>? _told;
    private bool _isNews;

    private OrderedDictionary<ulong, uint> Told => _told ??= Read();

    /// <param name="session">Mark of the session.</param>
    /// <param name="content">Digest of what is told.</param>
    /// <returns>Whether it was told before with another content.</returns>
    public bool IsChanged(ulong session, uint content) => Told.TryGetValue(session, out uint before) && before != content;

    /// <summary>Notes what is told; the oldest is forgotten.</summary>
    public void Note(ulong session, uint content)
    {
        if (Told.TryGetValue(session, out uint before) && before == content)
        {
            return;
        }

        _isNews = true;
        Told[session] = content;
        if (Told.Count > Most)
        {
            Told.RemoveAt(0);
        }
    }

    /// <summary>Completes when what was noted is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task RememberAsync(CancellationToken ct)
    {
        if (_isNews && memory is not null)
        {
            await memory.RememberAsync(Name, Write(), ct).ConfigureAwait(false);
        }

        _isNews = false;
    }

    private string Write()
    {
        var bytes = new byte[Told.Count * EntryBytes];
        Span<byte> mark = stackalloc byte[sizeof(ulong)];
        int at = 0;
        foreach (var (session, content) in Told)
        {
            BinaryPrimitives.WriteUInt64BigEndian(mark, session);
            mark[^MarkBytes..].CopyTo(bytes.AsSpan(at));
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at + MarkBytes), content);
            at += EntryBytes;
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>What cannot be read is forgotten.</summary>
    private OrderedDictionary<ulong, uint> Read()
    {
        var told = new OrderedDictionary<ulong, uint>();
        var bytes = new byte[Most * EntryBytes];
        if (memory?.Recall(Name) is not { } kept || !Convert.TryFromBase64String(kept, bytes, out int written))
        {
            return told;
        }

        Span<byte> mark = stackalloc byte[sizeof(ulong)];
        for (int at = 0; at + EntryBytes <= written; at += EntryBytes)
        {
            bytes.AsSpan(at, MarkBytes).CopyTo(mark[^MarkBytes..]);
            told[BinaryPrimitives.ReadUInt64BigEndian(mark)] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + MarkBytes));
        }

        return told;
    }
}
