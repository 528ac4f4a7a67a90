namespace EdgeGateway.EndToEnd.Store.PowerCut;

internal enum WriteState
{
    /// <summary>The call has not returned: no sync covers it.</summary>
    Running,

    /// <summary>In the memory of the system; the next sync covers it.</summary>
    Unsynced,

    /// <summary>
    /// A sync that failed covered it. Linux then takes the pages for clean, so that no later sync writes them: it may be
    /// on the disk or not, for good, until something else is written over it.
    /// </summary>
    Doubtful,

    Synced,
}

/// <summary>One change to a file: bytes at an offset, or, without bytes, a new length.</summary>
internal sealed class DiskWrite(long offset, byte[]? data)
{
    public long Offset => offset;

    public byte[]? Data { get; private set; } = data;

    public WriteState State { get; set; }

    /// <summary>A write may take less than it was given.</summary>
    public void Shorten(long taken) => Data = Data?[..(int)taken];

    public void Apply(DiskContent content)
    {
        if (Data is null)
        {
            content.SetLength(offset);
        }
        else
        {
            content.Write(offset, Data);
        }
    }
}
