namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What became of an attempt to tell a library of a hit.</summary>
public enum NoticeEnd
{
    /// <summary>It has said 0.</summary>
    Taken,

    /// <summary>It is there and does not take this one; others may go on.</summary>
    Refused,

    /// <summary>Nobody answers, or nobody who can: the host is left alone for a while.</summary>
    Away,
}
