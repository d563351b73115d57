% Writes the fixtures that GNU Octave makes: octave-cli formats/testing/octave-fixtures.m, in formats/fixtures.
% All numbers follow from formulas, so that tests can say what must be read.
T = 6; S = 20;
wave = @(n) round(1000 * sin(n / 7)) / 1000;
dff = single(reshape(wave(0:T*S-1), S, T)');
for k = 1:3
  sess(k).mouse = sprintf('m%d', ceil(k / 2));
  sess(k).date = sprintf('2024-05-0%d', k);
  sess(k).group = {'control'};
  sess(k).dff = dff + k;
  sess(k).trialType = repmat([0; 1], T / 2, 1);
  sess(k).licks = arrayfun(@(n) (1:mod(n, 3)) / 10, (1:T)', 'UniformOutput', false);
  sess(k).rt = (1:T - 1) * k;
end
fs = 10;
save('-v7', 'octave_sessions.mat', 'sess', 'fs');

f465 = wave(0:399); f405 = wave(0:399) / 2;
time = (0:399) * 50; % ms
lickSamples = int32([1 30 31 250]); cueOn = [2 8 14]; rewardOn = cueOn + 1.5;
mouse = 'M7'; raster = sparse(dff > 0.9);
save('-v6', 'octave_continuous.mat', 'f465', 'f405', 'time', 'lickSamples', 'cueOn', 'rewardOn', 'mouse');

for k = 1:4
  trials(k).trialType = mod(k, 2);
  trials(k).dff = wave((0:29) + k);
  trials(k).lickTimes = (1:k) / 10;
end
save('-v7', 'octave_trials.mat', 'trials', 'raster');
