using EdgeGateway.Commands;
using EdgeGateway.Configuration;
using EdgeGateway.Devices;
using EdgeGateway.Store;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeGateway.Composition;

/// <summary>From an order of the platform to its answer. Handlers of the gateway's own commands are registered by the rooms that have them.</summary>
internal static class CommandsRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(settings.Commands);
        services.AddSingleton<ICommandMemory, CommandMemory>();
        services.AddSingleton<IDeviceOrders>(provider => provider.GetRequiredService<DeviceSupervisor>());
        services.AddSingleton(Abilities(settings));
        services.AddSingleton<CommandTargets>();
        services.AddSingleton<CommandJudge>();
        services.AddSingleton<CommandClock>();
        services.AddSingleton(provider => new CommandRate(settings.Commands.PerSecond, settings.Commands.Burst, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CommandLedger(
            provider.GetRequiredService<ICommandMemory>(), provider.GetRequiredService<TimeProvider>(), settings.Commands.ClockAllowance));
        services.AddSingleton<CommandRecords>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<CommandQueues>();
        services.AddSingleton<CommandInbox>();
    }

    private static IReadOnlyDictionary<string, DeviceAbilities> Abilities(GatewaySettings settings) =>
        settings.Devices.Where(device => device.Enabled).ToDictionary(
            device => device.Id, device => new DeviceAbilities(device.Driver.Commands, device.Commands), StringComparer.Ordinal);

    /// <summary>The ledger's paper is the store's memory.</summary>
    private sealed class CommandMemory(IGatewayMemory memory) : ICommandMemory
    {
        public string? Recall(string name) => memory.Recall(name);

        public Task RememberAsync(string name, string value) => memory.RememberAsync(name, value, CancellationToken.None);
    }
}
