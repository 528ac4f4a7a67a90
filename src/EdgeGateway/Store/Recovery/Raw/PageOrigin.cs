namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>How far what lies on a page is to be believed to be there still.</summary>
internal enum PageOrigin
{
    /// <summary>The newest image of a page in use.</summary>
    Live,

    /// <summary>An image from the log whose own checksum is wrong, or whose commit is.</summary>
    Doubtful,

    /// <summary>A page on the free list: what lies there was settled.</summary>
    Free,
}
