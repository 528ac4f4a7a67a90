using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>What the gateway knows of a driver before a device of its kind exists; one line in <c>DriverCatalog</c>.</summary>
public sealed class DriverDescriptor
{
    private DriverDescriptor()
    {
    }

    /// <summary>As written in <c>gateway.json</c> and in readings, for example <c>hikvision-anpr</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Folder under <c>src/Drivers</c>; the twin in <c>firmware-sim/Twins</c> has the same name.</summary>
    public required string Folder { get; init; }

    /// <summary>Kinds of readings it can make.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Reads the driver's part of a device's settings; mistakes go to the reader's findings.</summary>
    public required Func<SettingsReader, object> ReadOptions { get; init; }

    /// <summary>Whether these options need the device inbox to listen.</summary>
    public required Func<object, bool> NeedsInbox { get; init; }

    public required Func<DriverContext, object, IDeviceDriver> Create { get; init; }

    /// <summary>For <c>edgegateway decode</c>.</summary>
    public IReadOnlyList<IProtocolDecoder> Decoders { get; init; } = [];

    /// <summary>Names of the commands its driver, as <see cref="ICommandable"/>, can execute; each is off until a device's settings switch it on.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    public static DriverDescriptor For<TOptions>(
        string name,
        string folder,
        IReadOnlyList<string> kinds,
        Func<SettingsReader, TOptions> readOptions,
        Func<DriverContext, TOptions, IDeviceDriver> create,
        Func<TOptions, bool>? needsInbox = null,
        IReadOnlyList<IProtocolDecoder>? decoders = null,
        IReadOnlyList<string>? commands = null)
        where TOptions : class => new()
        {
            Name = name,
            Folder = folder,
            Kinds = kinds,
            ReadOptions = readOptions,
            Create = (context, options) => create(context, (TOptions)options),
            NeedsInbox = options => needsInbox?.Invoke((TOptions)options) ?? false,
            Decoders = decoders ?? [],
            Commands = commands ?? [],
        };
}
