using System.Text;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Sensors;

namespace EdgeGateway.Sim.Twins.Generic.Http;

/// <summary>Posts each message; 503 and no answer mean that it is to come again, everything else settles it.</summary>
public sealed class HttpSensorWire(Uri target) : ISensorWire
{
    private const string Json = "application/json";
    private const int Unavailable = 503;

    private readonly PostLink _link = new(target);

    public async Task<string?> SendAsync(SensorMessage message, CancellationToken ct)
    {
        byte[] body = Encoding.UTF8.GetBytes(message.Text);
        try
        {
            int status = await _link.PostAsync(_link.Head(Json, body.Length, close: false), body, ct).ConfigureAwait(false);
            return status == Unavailable ? null : FormattableString.Invariant($"{status}");
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async Task CutAsync(SensorMessage? inside, CancellationToken ct)
    {
        if (inside is null)
        {
            _link.Drop();
            return;
        }

        byte[] body = Encoding.UTF8.GetBytes(inside.Text);
        await _link.CutAfterAsync((byte[])[.. _link.Head(Json, body.Length, close: false), .. body.AsSpan(0, body.Length / 2)], ct).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _link.Dispose();
        return ValueTask.CompletedTask;
    }
}
