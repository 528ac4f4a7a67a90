using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What outlives a conversation: a device's own memory of its radios, or that of the network it shares with others.</summary>
internal sealed class RadioShelf
{
    private readonly Lock _gate = new();
    private RadioNetwork? _own;
    private OpenTexts? _texts;
    private RadioReadings? _readings;

    /// <param name="name">Of the network; null for a device that stands alone.</param>
    /// <param name="context">Of one of its devices; its host keeps the networks.</param>
    public RadioNetwork Network(string? name, DriverContext context)
    {
        if (name is not null)
        {
            return context.Shared.Of(name, () => new RadioNetwork(context.Time));
        }

        lock (_gate)
        {
            return _own ??= new RadioNetwork(context.Time);
        }
    }

    /// <summary>What a link says twice is known over reconnects, and so are emergencies that stand, even over a restart.</summary>
    public RadioReadings Readings(DriverContext context, RadioLinkOptions options, string driver)
    {
        var network = Network(options.Site.Network, context);
        lock (_gate)
        {
            if (_readings is null)
            {
                Recall(context, network);
                _readings = new RadioReadings(new RadioVia(context.Device, driver, options.Site) { PresenceValid = options.RegistrationValid }, network.Emergencies);
            }

            return _readings;
        }
    }

    private static void Recall(DriverContext context, RadioNetwork network)
    {
        if (context.Memory is { } memory)
        {
            network.Emergencies.Recall(memory.Recall(RadioNetwork.EmergenciesName));
            network.Memories[context.Device] = memory;
        }
    }

    /// <summary>The texts of a device, read from its memory once.</summary>
    public OpenTexts Texts(DriverContext context)
    {
        lock (_gate)
        {
            return _texts ??= new OpenTexts(context.Memory, context.Time);
        }
    }
}
