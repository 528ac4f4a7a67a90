using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Store.Media;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.HotList;

/// <summary>
/// One list on disk: sixteen bytes that name the format, then records in the order in which they happened; the last one of an id
/// counts. One writer at a time; reading single records goes on beside it.
/// </summary>
public sealed class HotListFile : IDisposable
{
    /// <summary>Most records are shorter.</summary>
    private const int UsualBytes = 384;

    private readonly SafeFileHandle _file;
    private long _end;
    private bool _inDoubt;
    private string? _unsynced;

    /// <param name="file">Open for reading and writing.</param>
    /// <param name="end">Bytes that count.</param>
    /// <param name="inDoubt">Whether there may be something behind them; it goes before the next append.</param>
    /// <param name="unsynced">Folder in which its name is not durable yet.</param>
    internal HotListFile(SafeFileHandle file, long end, bool inDoubt = false, string? unsynced = null) =>
        (_file, _end, _inDoubt, _unsynced) = (file, end, inDoubt, unsynced);

    /// <summary>First bytes of every file; another number at the end is another format.</summary>
    internal static ReadOnlySpan<byte> Magic => "edge.hotlist/1\r\n"u8;

    /// <summary>Bytes of the file that count.</summary>
    public long Bytes => _end;

    /// <summary>Makes its name durable, if it is not.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next append tries again before it writes.</exception>
    public void Settle()
    {
        try
        {
            SyncName();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException("the disk does not keep the name of a hot list", refused);
        }
    }

    /// <summary>Appends records. They are synced when this returns.</summary>
    /// <param name="records">Whole records, one behind the other.</param>
    /// <returns>Where the first one begins.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses; the file is as before.</exception>
    public long Append(ReadOnlySpan<byte> records)
    {
        try
        {
            SyncName();
            EndDoubt();
            _inDoubt = true;
            RandomAccess.Write(_file, records, _end);
            FolderSync.Sync(_file);
            _inDoubt = false;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException("the disk does not take a change of a hot list", refused);
        }

        long place = _end;
        _end += records.Length;
        return place;
    }

    /// <returns>The entry of the put at this place; null when it does not read, or is not what was written.</returns>
    /// <exception cref="ObjectDisposedException">The file was replaced meanwhile.</exception>
    public HotListEntry? Read(long place)
    {
        try
        {
            return Read(place, stackalloc byte[UsualBytes]) ?? Read(place, stackalloc byte[HotListRecord.HeadBytes + HotListRecord.PayloadMost]);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Every record again, in order.</summary>
    /// <exception cref="IOException">The disk does not read.</exception>
    public HotListScan Walk(HotListTaker take) => HotListScan.Walk(_file, Magic.Length, take);

    public void Dispose() => _file.Dispose();

    private HotListEntry? Read(long place, Span<byte> bytes)
    {
        int read = RandomAccess.Read(_file, bytes, place);
        return HotListRecord.TryFind(bytes[..read], out var payload) > 0 && payload[0] == HotListRecord.Put ? HotListRecord.EntryOf(payload) : null;
    }

    private void SyncName()
    {
        if (_unsynced is { } folder)
        {
            FolderSync.Sync(folder);
            _unsynced = null;
        }
    }

    /// <remarks>What a failed append may have left would come back at the next start, behind what is written over it.</remarks>
    private void EndDoubt()
    {
        if (_inDoubt)
        {
            RandomAccess.SetLength(_file, _end);
            FolderSync.Sync(_file);
        }
    }
}
