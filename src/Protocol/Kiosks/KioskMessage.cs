namespace EdgeGateway.Protocol.Kiosks;

/// <summary>One message of a kiosk's own software (README of the driver kiosk-application). Nothing but what the reference names is in it.</summary>
public abstract record KioskMessage
{
    /// <summary>As in the member <c>type</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Null when it says none that can be read.</summary>
    public KioskTime? Time { get; init; }

    /// <summary>What could not be read and was left out, as short fixed words; each once.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Whether it had members that the reference does not name. They were not copied.</summary>
    public bool HasUnlisted { get; init; }
}
