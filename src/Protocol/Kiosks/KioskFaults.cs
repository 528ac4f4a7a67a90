namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Why a message of a kiosk's own software cannot be taken; short fixed words.</summary>
public static class KioskFaults
{
    /// <summary>Nothing stands in the body.</summary>
    public const string Empty = "no-message";

    /// <summary>The body is neither UTF-8, UTF-16 nor GB18030 of a bearable size.</summary>
    public const string Charset = "charset-unreadable";

    /// <summary>What stands there is no JSON; in a list everything behind it is lost.</summary>
    public const string NotJson = "not-json";

    /// <summary>The body ends inside a message.</summary>
    public const string Truncated = "truncated";

    /// <summary>JSON that is no object.</summary>
    public const string NotAnObject = "not-an-object";

    public const string TooLong = "message-too-long";

    /// <summary>Nothing behind <see cref="KioskMessages.MostMessages"/> is read.</summary>
    public const string TooMany = "too-many-messages";

    public const string TypeMissing = "type-missing";
    public const string TypeUnknown = "type-unknown";
    public const string SessionMissing = "session-missing";
    public const string BusinessMissing = "business-missing";
    public const string OutcomeMissing = "outcome-missing";
    public const string CountersMissing = "counters-missing";
    public const string ModulesMissing = "modules-missing";
    public const string SuppliesMissing = "supplies-missing";
}
