namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>The fixed words for messages that are refused.</summary>
public static class XfsFaults
{
    /// <summary>More than <see cref="XfsReader.MostBytes"/>.</summary>
    public const string TooLarge = "message-too-large";

    /// <summary>No JSON, nested too deep, or a text in it is no Unicode.</summary>
    public const string NotJson = "not-json";

    public const string NotAnObject = "not-an-object";

    /// <summary>Two members of one object have the same name, whatever its case: which one counts is not to be guessed.</summary>
    public const string DuplicateName = "duplicate-name";

    /// <summary>No header, or none with a type and a name.</summary>
    public const string BadHeader = "bad-header";

    /// <summary>A request id that is no whole number from 1 on where there must be one.</summary>
    public const string BadRequestId = "bad-request-id";

    /// <summary>A type that section 1.2 does not have.</summary>
    public const string UnknownType = "unknown-type";

    /// <summary>A service gives no commands.</summary>
    public const string UnexpectedCommand = "unexpected-command";

    /// <summary>A message that is not read.</summary>
    public const string UnknownMessage = "unknown-message";

    /// <summary>A message that may hold a person's data: nothing of it was kept.</summary>
    public const string Sensitive = "sensitive-dropped";

    /// <summary>More than <see cref="XfsReader.MostValues"/> members and items.</summary>
    public const string TooManyValues = "too-many-values";
}
