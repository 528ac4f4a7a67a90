namespace EdgeGateway.Drivers.Generic;

/// <summary>What is left out of a message and why; short fixed words, counted each time.</summary>
internal static class MapReasons
{
    public const string Unmatched = "unmatched";
    public const string ValueMissing = "value-missing";
    public const string ValueOfOtherSort = "value-of-other-sort";
    public const string ValueOutOfRange = "value-out-of-range";

    /// <summary>Not on the list, or it might tell of a person.</summary>
    public const string TextRefused = "text-refused";
    public const string NoValues = "no-values";
    public const string NameMissing = "name-missing";
    public const string NameRefused = "name-refused";
    public const string TooManyNames = "too-many-names";
    public const string TooManyEntries = "too-many-entries";
    public const string NativeIdMissing = "native-id-missing";
    public const string TimeMissing = "time-missing";
    public const string TimeUnreadable = "time-unreadable";
    public const string ClockOff = "clock-off";
    public const string ActiveUnknown = "active-unknown";
    public const string SeverityUnknown = "severity-unknown";
    public const string PositionImpossible = "position-impossible";
}
