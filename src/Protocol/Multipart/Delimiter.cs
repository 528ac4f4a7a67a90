namespace EdgeGateway.Protocol.Multipart;

/// <summary>A boundary line in a span.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Next">The first byte behind its line end.</param>
/// <param name="Closing">True for <c>--b--</c>.</param>
internal readonly record struct Delimiter(int Start, int Next, bool Closing);

/// <summary>Whether something is there.</summary>
internal enum Verdict
{
    No,
    Yes,

    /// <summary>The next bytes decide.</summary>
    NeedMore,
}
