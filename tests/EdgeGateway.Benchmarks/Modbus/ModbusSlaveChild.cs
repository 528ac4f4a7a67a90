using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Benchmarks.Modbus;

/// <summary>A Modbus TCP slave in a process of its own: answers everything with zeros, notes when each unit's round begins, and tells it when the link ends.</summary>
internal sealed class ModbusSlaveChild(TextWriter output)
{
    private readonly List<(byte Unit, double Second)> _begins = [];
    private int _requests;

    public static async Task<int> RunAsync(TextWriter output)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"port {((IPEndPoint)listener.LocalEndpoint).Port}"));
        while (true)
        {
            using var link = await listener.AcceptTcpClientAsync();
            link.NoDelay = true;
            await new ModbusSlaveChild(output).ServeAsync(link.GetStream());
        }
    }

    private async Task ServeAsync(NetworkStream link)
    {
        var buffer = new byte[4096];
        var frames = new MbapStream();
        try
        {
            for (int count = await link.ReadAsync(buffer); count > 0; count = await link.ReadAsync(buffer))
            {
                await link.WriteAsync(Answer(frames, buffer.AsSpan(0, count), Stopwatch.GetTimestamp()));
            }
        }
        catch (IOException)
        {
        }

        await TellAsync();
    }

    private byte[] Answer(MbapStream frames, ReadOnlySpan<byte> bytes, long at)
    {
        var answers = new List<byte>();
        while (frames.Take(ref bytes) is { } frame)
        {
            var request = ModbusRequestReader.Read(frame.Pdu.Span).Value!;
            _requests++;
            if (request.Function == ModbusFunction.ReadDiscreteInputs)
            {
                _begins.Add((frame.Unit, (double)at / Stopwatch.Frequency));
            }

            var answer = ModbusAnswer.Of(request.Function, new byte[ModbusData.BytesOf(request.Function, request.Count)]);
            answers.AddRange(MbapHeader.Frame(frame.Transaction, frame.Unit, ModbusWriter.Write(answer)));
        }

        return [.. answers];
    }

    /// <summary>How far each begin is from the unit's own grid of whole seconds, in milliseconds; the grid lies in the middle of its begins. The first two are left out.</summary>
    private Task TellAsync()
    {
        double[] off =
        [
            .. _begins.GroupBy(begin => begin.Unit).SelectMany(unit =>
            {
                double[] phases = [.. unit.Skip(2).Select((begin, i) => begin.Second - i)];
                double middle = phases.Length == 0 ? 0 : phases.Order().ElementAt(phases.Length / 2);
                return phases.Select(phase => Math.Abs(phase - middle) * 1000);
            }).Order(),
        ];
        return output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"link {_requests} {At(off, 0.5):0.00} {At(off, 0.99):0.00} {At(off, 1):0.00}"));
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];
}
