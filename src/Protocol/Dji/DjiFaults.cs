namespace EdgeGateway.Protocol.Dji;

/// <summary>Fixed words for messages that cannot be read.</summary>
public static class DjiFaults
{
    public const string TooLarge = "too-large";

    /// <summary>No JSON, deeper than <see cref="DjiReader.MostDepth"/>, or texts that are no Unicode.</summary>
    public const string NotJson = "not-json";

    public const string NotAnObject = "not-an-object";

    public const string TooManyValues = "too-many-values";

    public const string TextTooLong = "text-too-long";
}
