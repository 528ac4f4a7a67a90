using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>Radios do not post.</summary>
internal sealed class NoInbox : IDeviceInbox
{
    public IDisposable Open(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string>? methods = null) => throw new NotSupportedException();

    public IDisposable OpenRoot(InboxClaim claim) => throw new NotSupportedException();
}
