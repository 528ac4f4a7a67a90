using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>Apache's httpd with its own mod_auth_digest in front of a file: a judge of Digest that shares no code with us.</summary>
public sealed class ApacheDigest : IAsyncDisposable
{
    private const string Modules = "/usr/lib/apache2/modules";

    private readonly string _folder;
    private readonly ChildProcess _process;

    private ApacheDigest(string folder, int port, ChildProcess process) => (_folder, Port, _process) = (folder, port, process);

    public int Port { get; }

    /// <summary>What it has logged.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder, "error.log"));

    /// <param name="user">Who may ask.</param>
    /// <param name="password">Its password.</param>
    /// <param name="files">Path below the root, and what stands there.</param>
    public static async Task<ApacheDigest> StartAsync(string user, string password, params (string Path, string Text)[] files)
    {
        string folder = Directory.CreateTempSubdirectory("edge-apache-").FullName;
        int port = TestSite.FreePort();
        foreach (var (path, text) in files)
        {
            string file = Path.Combine(folder, "www" + path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        string ha1 = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{user}:viid:{password}")));
        File.WriteAllText(Path.Combine(folder, "users"), $"{user}:viid:{ha1}\n");
        File.WriteAllText(Path.Combine(folder, "httpd.conf"), Configuration(folder, port));

        // Started by root it reads as another user.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        }

        var apache = new ApacheDigest(folder, port, ChildProcess.Start(Binaries.Tool("apache2"), ["-X", "-f", Path.Combine(folder, "httpd.conf")]));
        await Wait.UntilAsync(() => Answers(port), TimeSpan.FromSeconds(10), () => apache._process.Output);
        return apache;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool Answers(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Configuration(string folder, int port) => $"""
        ServerRoot {folder}
        PidFile {folder}/pid
        ServerName localhost
        Listen 127.0.0.1:{port}
        LoadModule mpm_event_module {Modules}/mod_mpm_event.so
        LoadModule authn_core_module {Modules}/mod_authn_core.so
        LoadModule authn_file_module {Modules}/mod_authn_file.so
        LoadModule authz_core_module {Modules}/mod_authz_core.so
        LoadModule authz_user_module {Modules}/mod_authz_user.so
        LoadModule auth_digest_module {Modules}/mod_auth_digest.so
        User www-data
        Group www-data
        LogLevel auth_digest:info
        ErrorLog {folder}/error.log
        DocumentRoot {folder}/www
        <Location />
        AuthType Digest
        AuthName viid
        AuthDigestProvider file
        AuthUserFile {folder}/users
        Require valid-user
        </Location>

        """;
}
