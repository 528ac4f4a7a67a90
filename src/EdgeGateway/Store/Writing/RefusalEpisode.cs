using EdgeGateway.Drivers.Abstractions;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Writing;

/// <summary>A disk that refuses does so thousands of times a second: it is logged when it begins and when it is over.</summary>
internal sealed class RefusalEpisode(string what, ILogger log)
{
    private bool _on;

    /// <returns>What the callers are told.</returns>
    public StoreRefusedException Begin(Exception failure)
    {
        if (!_on)
        {
            StoreLog.Refuses(log, what, failure);
        }

        _on = true;
        return new StoreRefusedException($"{what}: {failure.Message}", failure);
    }

    public void Over()
    {
        if (_on)
        {
            StoreLog.TakesAgain(log, what);
        }

        _on = false;
    }
}
