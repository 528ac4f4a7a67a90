namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary>Settings of one server of Network UPS Tools.</summary>
public sealed record NutOptions
{
    /// <summary>Most UPSs of one server.</summary>
    public const int MostUps = 8;

    /// <summary>Where, and as whom.</summary>
    public required NutServer Server { get; init; }

    /// <summary>Names of the UPSs to read, at most 8; none: all that the server lists.</summary>
    public IReadOnlyList<string> Ups { get; init; } = [];

    /// <summary>Whether we are counted among those that depend on the UPS; default no. Needs a user.</summary>
    public bool Login { get; init; }

    /// <summary>How often the server is asked, 1 s to 1 min; default 5 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two readings <c>cabinet.state</c>, 1 s to 1 h; default 60 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long what is told of a UPS may be old, 0 to 1 h; default 30 s.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Default 22:00 to 06:00, in the zone of the device.</summary>
    public NightHours Night { get; init; } = new(new TimeOnly(22, 0), new TimeOnly(6, 0));

    /// <summary>Begins of one alarm within an hour whose ends are told at once, 1 to 60; default 6.</summary>
    public int AlarmsPerHour { get; init; } = 6;
}
