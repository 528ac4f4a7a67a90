namespace EdgeGateway.Protocol.Commands;

/// <summary>Why a command was refused: short fixed words, the same in answers, readings and counters.</summary>
public static class CommandFaults
{
    public const string TooLarge = "too-large";
    public const string Garbled = "garbled";
    public const string Unsigned = "unsigned";
    public const string UnknownKey = "unknown-key";
    public const string BadSignature = "bad-signature";
    public const string NotAllowed = "not-allowed";
    public const string ForeignDevice = "foreign-device";
    public const string Expired = "expired";
    public const string FromTheFuture = "from-the-future";
    public const string UnknownDevice = "unknown-device";
    public const string UnknownCommand = "unknown-command";
    public const string NotSwitchedOn = "not-switched-on";

    /// <summary>The id was used for another command, or for one that this ledger can no longer vouch for.</summary>
    public const string Replayed = "replayed";

    public const string Busy = "busy";
    public const string Rate = "rate";

    /// <summary>Follows a reason that rests on a clock nobody has set.</summary>
    public const string ClockFree = "-clock-free";
}
