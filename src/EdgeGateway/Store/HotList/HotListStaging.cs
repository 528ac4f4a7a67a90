using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store.Media;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.HotList;

/// <summary>A list that is being written beside the one that counts. It takes its place by rename, whole or not at all.</summary>
public sealed class HotListStaging : IDisposable
{
    private const int BufferBytes = 256 * 1024;

    private readonly string _path;
    private readonly string _target;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly SafeFileHandle _file;
    private int _buffered;
    private long _written;
    private bool _took;

    internal HotListStaging(string path, string target)
    {
        (_path, _target) = (path, target);
        _file = Try(() => File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read));
        _ = Add(HotListFile.Magic);
    }

    /// <summary>Adds a whole record.</summary>
    /// <returns>Where it begins.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public long Add(ReadOnlySpan<byte> record)
    {
        if (_buffered + record.Length > BufferBytes)
        {
            Flush();
        }

        long place = _written + _buffered;
        record.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += record.Length;
        return place;
    }

    /// <summary>Makes what was added the list; its name is durable when the file was settled.</summary>
    /// <returns>The list's file; the one before must be disposed.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses; the list is as before.</exception>
    public HotListFile Take()
    {
        Flush();
        Try(() =>
        {
            FolderSync.Sync(_file);
            File.Move(_path, _target, overwrite: true);
            return true;
        });

        // From here on it is the list, whether its name is durable or not: only the file itself can still make it so.
        _took = true;
        return new HotListFile(_file, _written, unsynced: Path.GetDirectoryName(_target)!);
    }

    public void Dispose()
    {
        if (_took)
        {
            return;
        }

        _file.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
        {
            // The next start throws it away.
        }
    }

    private static T Try<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException("the disk does not take a hot list", refused);
        }
    }

    private void Flush() => Try(() =>
    {
        RandomAccess.Write(_file, _buffer.AsSpan(0, _buffered), _written);
        _written += _buffered;
        _buffered = 0;
        return true;
    });
}
