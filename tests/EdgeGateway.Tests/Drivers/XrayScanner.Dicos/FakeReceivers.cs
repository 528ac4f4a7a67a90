using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Protocol.DicomUpperLayer;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>In storescp's place: takes the request, writes the files of the test into its folder, and answers at once.</summary>
internal sealed class FakeReceivers : IPrograms
{
    private const int NoMemory = 12; // ENOMEM

    /// <summary>What the next one writes, each a whole report.</summary>
    public string[] Files { get; set; } = [];

    /// <summary>The machine can start nothing.</summary>
    public bool Full { get; set; }

    public string? Find(string name) => "/usr/bin/" + name;

    public async Task<IProgram> StartAsync(ProgramSettings settings, CancellationToken ct)
    {
        if (Full)
        {
            throw LocalPrograms.NotStarted(settings.Name, new Win32Exception(NoMemory));
        }

        var arguments = settings.Arguments.ToList();
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, int.Parse(arguments[3], CultureInfo.InvariantCulture), ct);
        return new Receiver(client, arguments[arguments.IndexOf("--output-directory") + 1], Files);
    }

    private sealed class Receiver : IProgram
    {
        private readonly TcpClient _client;
        private readonly Task _talking;

        public Receiver(TcpClient client, string folder, string[] files)
        {
            _client = client;
            _talking = TalkAsync(folder, files);
        }

        public int Id => 1;

        public Task<ProgramEnd> Ended { get; } = new TaskCompletionSource<ProgramEnd>().Task;

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _talking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task TalkAsync(string folder, string[] files)
        {
            await _client.GetStream().ReadExactlyAsync(new byte[AssociateRequest.HeadBytes + 68]);
            foreach (string file in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, file), ScannerWords.File("SF0001").Bytes);
            }

            await _client.GetStream().WriteAsync(new byte[] { (byte)PduType.Data, 0, 0, 0, 0, 4, 1, 2, 3, 4 });
        }
    }
}
