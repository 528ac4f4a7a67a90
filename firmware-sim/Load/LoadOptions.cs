namespace EdgeGateway.Sim.Load;

/// <summary>One run of the load generator.</summary>
public sealed record LoadOptions
{
    /// <summary>Where to post; <c>{device}</c> and <c>{token}</c> are filled in.</summary>
    public required string Target { get; init; }

    /// <summary>Devices are called <see cref="Prefix"/> and a number of two digits or more, from 1.</summary>
    public int Devices { get; init; } = 8;

    public string Prefix { get; init; } = "cam-";

    public string Token { get; init; } = "";

    /// <summary>Posts a second over all; 0: as fast as answers come.</summary>
    public double Rate { get; init; }

    /// <summary>Posts over all; 0: until the time is over.</summary>
    public long Count { get; init; }

    /// <summary>Zero: until the count is reached.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Over all devices; a device keeps its order only with one connection of its own.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Pictures of each post.</summary>
    public int Pictures { get; init; }

    /// <summary>Length of each picture.</summary>
    public int PictureBytes { get; init; } = 200_000;

    /// <summary>Length of the plate's crop; 0 for <see cref="PictureBytes"/>.</summary>
    public int PlateBytes { get; init; }

    public ulong Seed { get; init; } = 1;

    public string Device(int number) => FormattableString.Invariant($"{Prefix}{number:00}");
}
