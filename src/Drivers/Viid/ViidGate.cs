using System.Net;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.HttpAuth;

namespace EdgeGateway.Drivers.Viid;

/// <summary>Who is let in: a peer proves itself with Digest once, then its DeviceID counts while it keeps in touch. Safe to call from anywhere.</summary>
/// <param name="login">The peer's.</param>
/// <param name="time">Whose clock measures silence.</param>
public sealed class ViidGate(ViidLogin login, TimeProvider time)
{
    private const string Opaque = "7669696400000000";

    private static readonly TimeSpan s_nonceLife = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly DigestNonces _nonces = new(time, s_nonceLife);
    private readonly HttpLogin _login = new(login.User ?? login.DeviceId, login.Password?.Reveal() ?? string.Empty);
    private IPAddress? _from;
    private long? _heard;
    private long? _left;

    /// <summary>How long the registered peer has said nothing; null when it is not registered.</summary>
    public TimeSpan? Silence
    {
        get
        {
            lock (_gate)
            {
                return _heard is { } heard ? time.GetElapsedTime(heard) : null;
            }
        }
    }

    /// <summary>How long ago the peer said goodbye; null when it did not, or came back.</summary>
    public TimeSpan? Gone
    {
        get
        {
            lock (_gate)
            {
                return _left is { } left ? time.GetElapsedTime(left) : null;
            }
        }
    }

    /// <summary>Judges the head of a request that claims this identity; a peer that is let in was heard.</summary>
    /// <param name="head">The head.</param>
    /// <param name="needsProof">Whether a registration is not enough, as for a Register.</param>
    public ViidVerdict Judge(InboxHead head, bool needsProof)
    {
        var proof = DigestAuthorization.Read(head["Authorization"]) is { } given ? JudgeDigest(head, given) : ViidVerdict.Unknown;

        // Some clients go on sending the proof of their Register.
        return needsProof || proof is ViidVerdict.Proved or ViidVerdict.Wrong || !IsRegistered(head) ? proof : ViidVerdict.Registered;
    }

    /// <summary>The peer was silent for too long.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _heard = null;
        }
    }

    /// <summary>The peer said goodbye.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            (_heard, _left) = (null, time.GetTimestamp());
        }
    }

    /// <summary>The challenges, to be sent with a 401.</summary>
    /// <param name="verdict">What was judged.</param>
    /// <param name="anonymous">Whether nobody knows whom it will reach; then it fits every peer.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Challenge(ViidVerdict verdict, bool anonymous = false)
    {
        string realm = anonymous ? ViidLogin.CommonRealm : login.Realm;
        string nonce = _nonces.Make();
        string stale = verdict == ViidVerdict.Stale ? ", stale=true" : string.Empty;
        string[] algorithms = anonymous ? ["MD5", "SHA-256"] : login.Digest switch
        {
            ViidDigest.Md5 => ["MD5"],
            ViidDigest.Sha256 => ["SHA-256"],
            _ => ["MD5", "SHA-256"],
        };
        return [.. algorithms.Select(algorithm => KeyValuePair.Create(
            "WWW-Authenticate", $"Digest realm=\"{realm}\", qop=\"auth\", nonce=\"{nonce}\", opaque=\"{Opaque}\", algorithm={algorithm}{stale}"))];
    }

    private ViidVerdict JudgeDigest(InboxHead head, DigestAuthorization given)
    {
        if (!IsOffered(given.Algorithm) || !DigestCheck.Accepts(given, head.Method, head.Target, given.Realm == ViidLogin.CommonRealm ? given.Realm : login.Realm, _login))
        {
            return ViidVerdict.Wrong;
        }

        if (!_nonces.Take(given.Nonce, given.Count))
        {
            return ViidVerdict.Stale;
        }

        lock (_gate)
        {
            (_from, _heard, _left) = (head.From, time.GetTimestamp(), null);
            return ViidVerdict.Proved;
        }
    }

    private bool IsRegistered(InboxHead head)
    {
        lock (_gate)
        {
            if (_heard is not { } heard || time.GetElapsedTime(heard) > login.Patience || (login.SameAddress && !Equals(head.From, _from)))
            {
                return false;
            }

            _heard = time.GetTimestamp();
            return true;
        }
    }

    private bool IsOffered(DigestAlgorithm? algorithm) => algorithm switch
    {
        DigestAlgorithm.Md5 or DigestAlgorithm.Md5Sess => login.Digest != ViidDigest.Sha256,
        DigestAlgorithm.Sha256 or DigestAlgorithm.Sha256Sess => login.Digest != ViidDigest.Md5,
        _ => false,
    };
}
