using EdgeGateway.Drivers.Abstractions;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Writing;

/// <summary>A disk that refuses does so thousands of times a second: it is logged when it begins and when it is over.</summary>
internal sealed class RefusalEpisode(ILogger log)
{
    private bool _on;
    private bool _renewed;

    /// <returns>What the callers are told.</returns>
    public StoreRefusedException Begin(string what, Exception failure)
    {
        if (!_on)
        {
            StoreLog.Refuses(log, what, failure);
        }

        _on = _renewed = true;
        return new StoreRefusedException($"{what}: {failure.Message}", failure);
    }

    /// <summary>A commit went through. The episode is over unless a file was refused on the way to it.</summary>
    public void Over()
    {
        if (_on && !_renewed)
        {
            StoreLog.TakesAgain(log);
            _on = false;
        }

        _renewed = false;
    }
}
