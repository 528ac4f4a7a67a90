namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Who is there (pdt-radio.md section 5). It only remembers: a state is planned, made safe as a reading, and then kept,
/// so that a reading that the disk refused leaves the state as it was. Shared by the devices of one network.
/// </summary>
/// <param name="time">Deadlines run on its timestamps; the wall clock may jump.</param>
public sealed class PresenceRegister(TimeProvider time)
{
    /// <summary>More radios than a network has at one site; beyond it the one that was longest not heard is forgotten.</summary>
    public const int Most = 8192;

    /// <summary>Status checks without an answer until a silent radio counts as offline.</summary>
    public const int ChecksUntilOffline = 2;

    private static readonly TimeSpan s_checkPause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, PresenceRecord> _radios = [];
    private readonly Dictionary<int, int> _saying = [];

    /// <summary>A clock that nobody can set.</summary>
    public TimeSpan Now => time.GetElapsedTime(0);

    /// <returns>Null when nothing is known of it.</returns>
    public PresenceRecord? Find(int radio)
    {
        lock (_gate)
        {
            return _radios.GetValueOrDefault(radio);
        }
    }

    /// <summary>Whether that was said within the last minute already, so that this is a copy of it.</summary>
    public bool IsRepeat(int radio, string state, string from) =>
        Find(radio) is { } known && known.State == state && known.From == from && Now - known.SaidAt < RepeatWindow.Length;

    /// <summary>Anything came from it: that refreshes when it was last seen, and nothing else.</summary>
    public void Seen(int radio, int? slot, string via)
    {
        lock (_gate)
        {
            var known = _radios.GetValueOrDefault(radio) ?? new PresenceRecord(radio) { Via = via };
            Put(known with { LastSeen = time.GetUtcNow(), Slot = slot ?? known.Slot, Via = via });
        }
    }

    /// <returns>What is to be kept once it is safe.</returns>
    /// <param name="radio">Whose presence.</param>
    /// <param name="state">One of <see cref="PresenceStates"/>.</param>
    /// <param name="from">What says so.</param>
    /// <param name="valid">How long it counts; null when it counts until the next word.</param>
    /// <param name="via">The device that heard it.</param>
    public PresenceRecord Plan(int radio, string state, string from, TimeSpan? valid, string via)
    {
        var known = Find(radio) ?? new PresenceRecord(radio) { Via = via };
        var until = valid + (valid is { } told ? PresenceRule.GraceOf(told) : null);
        bool silent = state == PresenceStates.Unknown;
        return known with
        {
            State = state,
            From = from,
            Since = time.GetUtcNow(),
            SaidAt = Now,
            Deadline = Now + until,
            ValidUntil = until is { } span ? time.GetUtcNow() + span : silent ? known.ValidUntil : null,
            FailedChecks = 0,
            NextCheck = silent ? Now : null,
            Version = known.Version + 1,
        };
    }

    /// <summary>Something about it is on its way to the disk: its silence is judged when that is over.</summary>
    public void Begin(int radio)
    {
        lock (_gate)
        {
            _saying[radio] = _saying.GetValueOrDefault(radio) + 1;
        }
    }

    /// <summary>The end of what <see cref="Begin"/> began, kept or not.</summary>
    public void End(int radio)
    {
        lock (_gate)
        {
            if (--_saying[radio] == 0)
            {
                _saying.Remove(radio);
            }
        }
    }

    /// <summary>It is safe. What was seen meanwhile stays seen, and what was planned later stays what is known.</summary>
    public void Keep(PresenceRecord planned)
    {
        lock (_gate)
        {
            var known = _radios.GetValueOrDefault(planned.Radio);
            if (known?.SaidAt > planned.SaidAt)
            {
                return;
            }

            Put(known is null ? planned : planned with { LastSeen = known.LastSeen, Slot = known.Slot, Via = known.Via });
        }
    }

    /// <summary>A copy of its registration: counts from now, without a word to anybody.</summary>
    public void Prolong(int radio, TimeSpan valid)
    {
        lock (_gate)
        {
            if (_radios.TryGetValue(radio, out var known))
            {
                var until = valid + PresenceRule.GraceOf(valid);
                Put(known with { Deadline = Now + until, ValidUntil = time.GetUtcNow() + until });
            }
        }
    }

    /// <summary>It did not answer a status check.</summary>
    /// <returns>How many it has not answered.</returns>
    public int CheckFailed(int radio)
    {
        lock (_gate)
        {
            if (!_radios.TryGetValue(radio, out var known) || known.State != PresenceStates.Unknown || _saying.ContainsKey(radio))
            {
                return 0;
            }

            int failed = known.FailedChecks + 1;
            Put(known with { FailedChecks = failed });
            return failed;
        }
    }

    /// <summary>Nobody can ask it; it stays as it is.</summary>
    public void CannotCheck(int radio)
    {
        lock (_gate)
        {
            if (_radios.TryGetValue(radio, out var known))
            {
                Put(known with { NextCheck = null });
            }
        }
    }

    /// <param name="via">Only those that this device heard last.</param>
    /// <returns>Online radios whose time and grace are over.</returns>
    public IReadOnlyList<PresenceRecord> Expired(string via)
    {
        lock (_gate)
        {
            var now = Now;
            return [.. _radios.Values.Where(radio => IsExpired(radio, via, now))];
        }
    }

    /// <summary>Whether it is still one of <see cref="Expired"/>: the disk may be slow with those before it.</summary>
    public bool IsExpired(int radio, string via)
    {
        lock (_gate)
        {
            return _radios.TryGetValue(radio, out var known) && IsExpired(known, via, Now);
        }
    }

    /// <summary>Takes the silent radio that has waited longest for a status check; it is not given out again for a while, whatever comes of it.</summary>
    /// <returns>Null when none waits.</returns>
    public PresenceRecord? TakeToCheck(string via)
    {
        lock (_gate)
        {
            var now = Now;
            var found = _radios.Values.Where(radio => radio.Via == via && radio.State == PresenceStates.Unknown && radio.NextCheck <= now).MinBy(radio => radio.NextCheck);
            if (found is not null)
            {
                Put(found with { NextCheck = now + s_checkPause });
            }

            return found;
        }
    }

    private bool IsExpired(PresenceRecord radio, string via, TimeSpan now) =>
        radio.Via == via && radio.State == PresenceStates.Online && radio.Deadline <= now && !_saying.ContainsKey(radio.Radio);

    private void Put(PresenceRecord record)
    {
        if (!_radios.ContainsKey(record.Radio) && _radios.Count >= Most)
        {
            _radios.Remove(_radios.Values.MinBy(radio => (radio.State == PresenceStates.Online, radio.LastSeen ?? DateTimeOffset.MinValue))!.Radio);
        }

        _radios[record.Radio] = record;
    }
}
